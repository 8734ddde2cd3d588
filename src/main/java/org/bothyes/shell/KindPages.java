package org.bothyes.shell;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A door that failed: a kind page, nothing changed, and in the log the class of the fault and no more. */
@ControllerAdvice
class KindPages {

    private static final Logger LOG = LoggerFactory.getLogger(KindPages.class);

    /** The database is away; it may well be back in a moment. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView away(RuntimeException fault) {
        return page(fault, HttpStatus.SERVICE_UNAVAILABLE);
    }

    @ExceptionHandler(RuntimeException.class)
    ModelAndView broken(RuntimeException fault) {
        return page(fault, HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ModelAndView page(RuntimeException fault, HttpStatus status) {
        LOG.error("A door failed: {}", Faults.classes(fault));
        return new ModelAndView("error", status);
    }
}
